/**
 * A PCF control bound in the place of a stock one, in a form, a view or as a table's default grid.
 * Shape of the platform: reference pages of "code components", and exports.
 */
export interface ControlBinding {
  /** The name in the solution: `prefix_Namespace.Constructor`. */
  readonly control: string
  /** Bound properties by name: logical names of columns. */
  readonly columns?: Readonly<Record<string, string>>
  /** The types of bound properties, where they are written: `SingleLine.Text`. */
  readonly columnTypes?: Readonly<Record<string, string>>
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
  /** Absent: what the subgrid, view or grid shows that it is bound in. */
  readonly source?: SubgridSource
  /** Columns by the name of the manifest's `property-set`. */
  readonly columns?: Readonly<Record<string, string>>
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
  /** Ids of the views that can be picked; absent: the one shown. */
  readonly viewIds?: readonly string[]
}
