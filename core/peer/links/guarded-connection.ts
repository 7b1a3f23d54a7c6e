/** Two devices that call each other at the same moment still get one line, not none. */
import { framed } from './framing.ts'

/**
 * The RTCPeerConnection handed to y-webrtc, made when first needed, because Node has none.
 * Three guards: an offer that comes too late (both sides called) is forgotten instead of ending the connection; a stray
 * candidate is ignored; every data channel is framed, and one the other side opens by itself is closed.
 */
export const guardedConnection = (): typeof RTCPeerConnection =>
  class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      this.addEventListener('datachannel', ({ channel }) => channel.close())
    }
    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      return framed(super.createDataChannel(label, options), Date.now) as unknown as RTCDataChannel
    }
    override async setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
      try {
        await super.setLocalDescription(description)
      } catch (error) {
        const late =
          description?.type === 'offer' && error instanceof DOMException && error.name === 'InvalidStateError'
        if (!late) throw error
        // Why: the other side's offer came first and is being answered; simple-peer must neither go on nor give up.
        await new Promise<never>(() => {})
      }
    }
    override async addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
      await super.addIceCandidate(candidate).catch(() => {})
    }
  }
