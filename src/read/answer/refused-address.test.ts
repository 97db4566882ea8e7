import { describe, expect, it } from 'vitest';
import { refusedAddress } from './refused-address.ts';

describe('refusedAddress', () => {
  it.each([
    'Source IP address: 203.0.113.108 is blocked by the IP ACL for workspace: 12',
    'Incoming request with IP/Token 203.0.113.7 is not allowed to access the account.',
    "Client with IP address '203.0.113.19' is not allowed to access the server.",
    "client with IP '203.0.113.19' is not allowed access.",
    'Request originated from IP 203.0.113.9 through public internet. This is blocked by your account firewall settings.',
    'Client address is not authorized and caller is not a trusted service.',
    'an IP allow list is enabled, and your IP address is not permitted to access this resource.',
    'Ip has been prevented to connect to the endpoint',
    'Access denied for requests from IP <redacted>',
    'Your IP xx.xx.xx.xx is not in the allow list',
  ])('sees the refusal of an address: %s', (text) => {
    expect(refusedAddress(text)).toEqual({ 'response.refused-address': true });
  });

  it.each([
    'Check whether your IP address is blocked.',
    'We made sure the IP is not blocked anywhere',
    'The IP 203.0.113.9 was blocked after too many requests',
    'IP address 203.0.113.9 is allowed',
    'The principal is not authorized',
  ])('sees none: %s', (text) => {
    expect(refusedAddress(text)).toEqual({});
  });
});
