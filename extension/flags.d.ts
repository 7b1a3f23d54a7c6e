/// <reference path="../pwa/state/platform.d.ts" />
/** Set by the build: true only in test builds, so that a test can look inside the overlay; a page's scripts never can. */
declare const __OPEN_ROOT__: boolean
/** Set by the build: true where the background is a document that holds the device itself (Firefox). */
declare const __EVENT_PAGE__: boolean
