/** The pages' only style sheet: light or dark as the reader's system is, from 320 pixels up. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #faf9f8; --card: #fff; --text: #201f1e; --quiet: #605e5c; --line: #e1dfdd;
  --accent: #0f5a9e; --good: #0b6a0b; --waiting: #835b00; --bad: #a4262c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1b1a19; --card: #252423; --text: #f3f2f1; --quiet: #bebbb8; --line: #484644;
    --accent: #6cb8f6; --good: #6bc26b; --waiting: #f2c661; --bad: #f1959b;
  }
}
* { box-sizing: border-box }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 14px/1.45 'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', sans-serif;
}
a { color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.skip { position: absolute; left: -10000px }
.skip:focus { left: 8px; top: 8px; padding: 8px 12px; background: var(--card); z-index: 1 }
header { padding: 12px 16px; border-bottom: 1px solid var(--line); background: var(--card) }
header a { font-weight: 600; font-size: 16px; text-decoration: none }
header p { margin: 2px 0 0; color: var(--quiet) }
.columns { display: flex; align-items: flex-start }
nav.areas {
  flex: 0 0 220px; padding: 12px 16px; border-right: 1px solid var(--line);
  background: var(--card); min-height: calc(100vh - 64px);
}
nav h2 { font-size: 12px; color: var(--quiet); margin: 12px 0 4px }
nav ul { list-style: none; margin: 0; padding: 0 }
nav.areas a { display: block; padding: 5px 8px; text-decoration: none; border-radius: 4px }
nav.areas a:hover, nav.areas a[aria-current] { background: var(--page) }
nav.areas a[aria-current] { font-weight: 600 }
main { flex: 1; min-width: 0; padding: 16px 20px 40px }
h1 { font-size: 22px; font-weight: 600; margin: 0 0 4px; overflow-wrap: anywhere }
section { margin-top: 24px }
section h2 { font-size: 16px; font-weight: 600; margin: 0 0 8px }
.quiet, .empty { color: var(--quiet) }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 4px }
table { border-collapse: collapse; width: 100% }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
th, td {
  text-align: left; vertical-align: top; padding: 7px 10px; border-bottom: 1px solid var(--line);
}
thead th { font-weight: 600; vertical-align: bottom }
thead a { text-decoration: none }
tbody tr:last-child > * { border-bottom: 0 }
tbody th { font-weight: 400; white-space: nowrap }
td > div {
  max-width: 40ch; max-height: 10em; overflow: hidden auto;
  overflow-wrap: break-word; white-space: pre-wrap;
}
.long > div { min-width: 28ch }
time { white-space: nowrap }
.number { text-align: right }
.status { font-weight: 600; white-space: nowrap }
.status::before { content: '\\25CF\\00A0' }
.good { color: var(--good) }
.waiting { color: var(--waiting) }
.bad { color: var(--bad) }
form { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0; align-items: end }
label { display: block; color: var(--quiet) }
input, button {
  font: inherit; color: inherit; background: var(--card); border: 1px solid var(--quiet);
  border-radius: 4px; padding: 5px 10px; max-width: 100%;
}
.filters { display: flex; flex-wrap: wrap; gap: 8px; padding: 0; margin: 8px 0; list-style: none }
.filters li { border: 1px solid var(--line); border-radius: 12px; padding: 2px 10px }
.pages { display: flex; gap: 16px; margin-top: 12px; align-items: center }
dl {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
  gap: 12px 24px; margin: 12px 0 0; padding: 16px; background: var(--card);
  border: 1px solid var(--line); border-radius: 4px;
}
dt { color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; max-height: 16em; overflow-y: auto }
details { margin-top: 24px }
summary { cursor: pointer; font-weight: 600 }
@media (max-width: 700px) {
  .columns { display: block }
  nav.areas { min-height: 0; border-right: 0; border-bottom: 1px solid var(--line) }
  nav.areas li { display: inline-block }
  main { padding: 12px }
}
`
