/** Every link that keeps a document in step, by one contract; the one over WebRTC runs it in a browser. */
import { describe } from 'vitest'
import { linkContract } from '../kit/link-contract.ts'
import { memoryPort } from '../kit/memory-port.ts'
import { network } from '../kit/peers.ts'

describe('the network in memory', () => {
  const net = network()
  linkContract(net.connect)
})

describe('the port between the app and the extension', () => {
  const machine = memoryPort()
  // The contract's first device is the app, the second the extension; a third would be another page.
  linkContract(device => (device === 'two' ? machine.extension : machine.page(device)))
})
