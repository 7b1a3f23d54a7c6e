/** Set by the build: true only in test builds, so that a test can look inside the overlay; a page's scripts never can. */
declare const __OPEN_ROOT__: boolean
