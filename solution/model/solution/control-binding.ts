/**
 * A PCF control bound in the place of a stock one, in a form, a view or as a table's default grid.
 * Shape of the platform: reference pages of "code components", and exports.
 */
export interface ControlBinding {
  /** The name in the solution: `prefix_Namespace.Constructor`. */
  readonly control: string
  /** Bound properties by name: logical names of columns. */
  readonly columns?: Readonly<Record<string, string>>
  /** Input properties with a fixed value. */
  readonly inputs?: Readonly<Record<string, ControlInput>>
  /** The data set of a dataset control. */
  readonly dataSet?: DataSetBinding
}

export interface ControlInput {
  /** The manifest's `of-type`, for example `SingleLine.Text`. */
  readonly type: string
  readonly value: string
}

export interface DataSetBinding {
  /** The name of the manifest's `data-set`. */
  readonly name: string
  /** In a subgrid: what it shows. Absent in a view or as the default grid: what they show. */
  readonly source?: SubgridSource
}

/** The rows of a subgrid. */
export interface SubgridSource {
  /** Logical name of the table shown. */
  readonly table: string
  /** Id of the view shown. */
  readonly viewId: string
  /** Relationship to the form's record; absent: all rows of the view. */
  readonly relationship?: string
  /** Whether other views of the table can be picked (default: no). */
  readonly viewPicker?: boolean
}
