import * as React from 'react'

/**
 * Whoever follows a link to another page goes on from its heading, as soon as it is there; the first
 * page leaves the focus alone, and so does a heading that comes after people have gone elsewhere.
 *
 * @param page Another text is another page, or the same one asked for again.
 */
export function usePageFocus(main: React.RefObject<HTMLElement>, page: string): void {
  const before = React.useRef(page)
  React.useEffect(() => {
    const element = main.current
    if (before.current === page || !element) return undefined
    before.current = page
    element.focus()
    const toHeading = () => {
      const heading = element.querySelector<HTMLElement>('h1')
      if (!heading) return false
      heading.tabIndex = -1
      heading.style.outline = 'none'
      heading.focus()
      return true
    }
    if (toHeading()) return undefined
    const observer = new MutationObserver(() => {
      if (document.activeElement !== element || toHeading()) observer.disconnect()
    })
    observer.observe(element, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [main, page])
}
