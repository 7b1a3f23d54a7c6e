/** Keeps the app on the device: after one visit every screen opens without a network. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { keepShared, shareAddress, sharedAddress } from './shared-files.ts'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[]
}

// Why before the rest: what is shared comes as a navigation too, and is answered without a network.
registerRoute(
  ({ url }) => url.pathname === shareAddress,
  async ({ request }) => {
    await keepShared(await request.formData())
    return Response.redirect(sharedAddress, 303)
  },
  'POST',
)
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html')))

// Why: a new version waits until the person says so, since a form may be half filled in.
self.addEventListener('message', event => {
  if ((event.data as { readonly type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
// Why: the first visit is kept at once, so that one load is enough to work offline.
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
