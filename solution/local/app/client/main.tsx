import './local-fonts.js'

import { setIconOptions } from '@fluentui/react'
import * as React from 'react'
import { render } from 'react-dom'

import { provideFluentIcons } from '../../../../controls/shared/icons.js'
import { App } from './App.js'

// Controls bring the icons again that the app has.
setIconOptions({ disableWarnings: true })
provideFluentIcons()
render(<App />, document.getElementById('app'))
