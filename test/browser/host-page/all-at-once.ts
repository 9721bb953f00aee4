import type { LoadedControl } from '../../../controls/host/types.js'
import type { FirstPaint } from './options.js'

type Control = ComponentFramework.ReactControl<unknown, unknown>
type Context = ComponentFramework.Context<unknown>
interface Parameters {
  readonly records: DataSet
}
type DataSet = ComponentFramework.PropertyTypes.DataSet

const line = '.ms-List-cell'
const settledMs = 1_000

/**
 * The control, told that its data set `records` is loading until that holds so many rows: the
 * platform gives 5,000 at most at a time, and this asks for the rest. Its first view of them is timed.
 */
export function allAtOnce(
  control: LoadedControl,
  rows: number,
): { readonly control: LoadedControl; readonly painted: Promise<FirstPaint> } {
  let tell: (paint: FirstPaint) => void
  const painted = new Promise<FirstPaint>((resolve) => (tell = resolve))
  const create = (): Control => {
    const inner = control.create()
    let isTold = false
    return {
      init: (context, ...rest) => inner.init(whileLoading(context), ...rest),
      updateView: (context) => {
        const { records } = context.parameters as Parameters
        if (isTold) return inner.updateView(context)
        if (!isWhole(records, rows)) {
          if (!records.loading && records.paging.hasNextPage) records.paging.loadNextPage()
          return inner.updateView(whileLoading(context))
        }
        isTold = true
        const start = performance.now()
        const element = inner.updateView(context)
        afterFrame(() => {
          const milliseconds = performance.now() - start
          // The list adds what is nearly in sight as soon as there is time for it.
          setTimeout(() => {
            tell({ milliseconds, rows: document.querySelectorAll(line).length })
          }, settledMs)
        })
        return element
      },
      destroy: () => inner.destroy(),
    }
  }
  return { control: { ...control, create }, painted }
}

function isWhole({ loading, sortedRecordIds }: DataSet, rows: number): boolean {
  return !loading && sortedRecordIds.length >= rows
}

/** The context with a data set that has no rows yet. */
function whileLoading(context: Context): Context {
  const { records, ...rest } = context.parameters as Parameters
  const loading: DataSet = { ...records, loading: true, records: {}, sortedRecordIds: [] }
  return { ...context, parameters: { ...rest, records: loading } }
}

/** Chromium's, which browser types do not know yet. */
interface PriorityScheduler {
  readonly postTask: (act: () => void, options: { readonly priority: 'user-blocking' }) => unknown
}

/**
 * Runs when the frame that shows the rows is through: the host draws within a frame, whose styles,
 * layout and paint come before the next task, and no timer comes before this one. A frame without rows
 * yet is not the one.
 */
function afterFrame(act: () => void): void {
  const { scheduler } = window as unknown as { readonly scheduler: PriorityScheduler }
  const look = () => {
    if (document.querySelector(line)) act()
    else requestAnimationFrame(() => afterFrame(act))
  }
  void scheduler.postTask(look, { priority: 'user-blocking' })
}
