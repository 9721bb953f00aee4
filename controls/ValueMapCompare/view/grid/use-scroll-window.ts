import * as React from 'react'

export interface ScrollWindow {
  readonly scrollTop: number
  readonly width: number
  readonly height: number
}

/** What is in sight of a scrolling element, kept up to date as it scrolls and changes its size. */
export function useScrollWindow(scroller: React.RefObject<HTMLElement>): ScrollWindow {
  const [seen, setSeen] = React.useState<ScrollWindow>({ scrollTop: 0, width: 0, height: 600 })
  React.useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => {
      const { scrollTop, clientWidth: width, clientHeight: height } = element
      setSeen((last) =>
        last.scrollTop === scrollTop && last.width === width && last.height === height
          ? last
          : { scrollTop, width, height },
      )
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  return seen
}
