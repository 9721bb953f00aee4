/** A slow machine is no failure: only what hangs is. Milliseconds. */
jasmine.DEFAULT_TIMEOUT_INTERVAL = 120_000
