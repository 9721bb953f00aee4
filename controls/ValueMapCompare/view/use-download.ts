import * as React from 'react'

/** Hands texts to the browser as files; what it keeps for that goes with the control. */
export function useDownload(): (name: string, type: string, text: string) => void {
  const url = React.useRef<string>()
  const release = () => {
    if (url.current !== undefined) URL.revokeObjectURL(url.current)
    url.current = undefined
  }
  React.useEffect(() => release, [])
  return (name, type, text) => {
    release()
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    url.current = URL.createObjectURL(new Blob(['\ufeff', text], { type }))
    const link = document.createElement('a')
    link.href = url.current
    link.download = name
    link.click()
  }
}
