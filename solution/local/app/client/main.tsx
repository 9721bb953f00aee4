import './local-fonts.js'

import * as React from 'react'
import { render } from 'react-dom'

import { provideFluentIcons } from '../../../../controls/shared/icons.js'
import { App } from './App.js'

provideFluentIcons()
render(<App />, document.getElementById('app'))
