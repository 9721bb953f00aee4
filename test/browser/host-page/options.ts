/** A control to show on the host page; plain values, so that they can be handed to a browser. */
export interface HostPageOptions {
  /** The control's folder in `dist/controls`. */
  readonly control: string
  readonly theme: 'light' | 'dark' | 'highContrast'
  readonly isRightToLeft: boolean
  readonly languageId: number
  readonly locale: string
  /** CSS pixels. */
  readonly width: number
  /** Absent: as high as the control wants. */
  readonly height?: number
  readonly label: string
  readonly dataSets: Readonly<Record<string, HostPageDataSet>>
  readonly bound: Readonly<Record<string, HostPageColumn>>
  readonly inputs: Readonly<Record<string, string>>
  readonly record?: { readonly table: string; readonly id: string }
}

export interface HostPageDataSet {
  readonly table: string
  readonly fetchXml: string
  readonly columns: readonly { readonly name: string; readonly width: number }[]
  readonly pageSize: number
}

export interface HostPageColumn {
  readonly table: string
  readonly column: string
  readonly value: string | number | boolean | null
}

/** How long a control took over rows that were there at once, and what of them it put into the page. */
export interface FirstPaint {
  /** From the `updateView` that brought the rows to the end of the frame that shows them. */
  readonly milliseconds: number
  /** Lines of the list in the document, a second later. */
  readonly rows: number
}

/** What the host page offers to whoever opened it, as `window.hostPage`. */
export interface HostPage {
  /** Shows a control in place of the one before. */
  readonly show: (options: HostPageOptions) => Promise<void>
  /**
   * Shows a control that is told to be loading until its data set holds that many rows, and then is
   * handed all of them at once.
   */
  readonly firstPaint: (options: HostPageOptions, rows: number) => Promise<FirstPaint>
}
