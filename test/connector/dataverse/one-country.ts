import { retrieve, update } from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import type { PartScript } from './scripted-server.js'

export const id = '0b2f7f0e-6a5e-4d5c-9f7b-0f3f6f0a1b2c'

/** A country as the platform answers it. */
export const row = {
  '@odata.etag': 'W/"7"',
  govcdm_countryid: id.toUpperCase(),
  govcdm_name: 'Côte d’Ivoire 🇨🇮',
  govcdm_abbreviation: 'CI',
}

/** The same country as we read it. */
export const ivoryCoast = { id, etag: 'W/"7"', name: 'Côte d’Ivoire 🇨🇮', abbreviation: 'CI' }

export const austria = { name: 'Austria', abbreviation: 'AT' }

export const read = retrieve(country, id)
export const write = update(country, id, austria)

/** Answers to `read` and `write` inside a batch. */
export const found = { status: 200, body: row }
export const done = { status: 204 }

export function refused(status: number, code: string): PartScript {
  return { status, body: { error: { code, message: 'Refused.' } } }
}
