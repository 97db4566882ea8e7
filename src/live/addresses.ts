import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, type LookupFunction } from 'node:net';

/** Addresses that no public service has: https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-. */
const PRIVATE: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const privateAddresses = new BlockList();
for (const [network, prefix, family] of PRIVATE) privateAddresses.addSubnet(network, prefix, family);

/** Whether an address belongs to a private, local or otherwise special network. */
export const isPrivate = ({ address, family }: LookupAddress): boolean =>
  privateAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4');

/** The code of the error where a public name leads to private addresses only. */
export const PRIVATE_ADDRESS = 'PRIVATE_ADDRESS';

/**
 * Looks a name up and keeps its public addresses. It is asked at connect time, so that no second look-up can give
 * another answer (DNS rebinding).
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    const [first, ...rest] = addresses.filter((address) => !isPrivate(address));
    if (first === undefined) {
      const refused: NodeJS.ErrnoException = new Error(`${hostname} leads to a private address.`);
      refused.code = PRIVATE_ADDRESS;
      return done(refused, '', 0);
    }
    return options.all ? done(null, [first, ...rest]) : done(null, first.address, first.family);
  });
};
