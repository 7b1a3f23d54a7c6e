import { describe } from 'vitest'
import { linkContract } from '../kit/link-contract.ts'
import { network } from '../kit/peers.ts'

describe('the network in memory', () => {
  const net = network()
  linkContract(net.connect)
})
