/** The part of the package, which brings no types, that specs use. */
declare module 'swagger-client' {
  export interface SwaggerAnswer {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: unknown
  }

  export interface SwaggerCall {
    readonly operationId: string
    readonly parameters: Readonly<Record<string, unknown>>
    readonly securities: { readonly authorized: Readonly<Record<string, string>> }
  }

  export interface Client {
    readonly errors: readonly unknown[]
    /** Rejects for an answer that is no success. */
    readonly execute: (call: SwaggerCall) => Promise<SwaggerAnswer>
  }

  export default function SwaggerClient(options: { readonly spec: object }): Promise<Client>
}
