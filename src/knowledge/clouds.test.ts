import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../facts/catalog/token.ts';
import { CLOUD_TABLE, cloudOfAuthority, cloudOfIssuer, definitelyDiffer, possibleClouds } from './clouds.ts';

describe('clouds', () => {
  it('finds for every authority a cloud that can be the one it was listed for', () => {
    for (const cloud of CLOUDS)
      for (const host of CLOUD_TABLE[cloud].authorities) {
        const label = cloudOfAuthority(`https://${host.toUpperCase()}/common/oauth2/v2.0/token`);
        if (label === undefined) throw new Error(host);
        expect(definitelyDiffer([possibleClouds(label, false), possibleClouds(cloud, false)]), host).toBe(false);
      }
  });

  it.each([
    ['login.microsoftonline.com', 'public'],
    ['login.microsoftonline.us', 'us-government'],
    ['login.chinacloudapi.cn', 'china'],
    ['login.microsoftonline.de', 'germany'],
    ['contoso.ciamlogin.com', 'public'],
    ['login.example.com', undefined],
  ])('the authority %s is of %s', (host, cloud) => {
    expect(cloudOfAuthority(host)).toBe(cloud);
  });

  it('does not tell the cloud from an issuer that several share', () => {
    expect(cloudOfIssuer('https://sts.windows.net/11111111-2222-3333-4444-555555555555/')).toBeUndefined();
    expect(cloudOfIssuer('https://login.microsoftonline.com/x/v2.0')).toBe('public');
    expect(cloudOfIssuer('https://sts.chinacloudapi.cn/x/')).toBe('china');
    expect(cloudOfIssuer('https://login.microsoftonline.us/x/v2.0')).toBe('us-government');
  });

  it('lets GCC use the worldwide authority, but not the worldwide Power BI', () => {
    expect(definitelyDiffer([possibleClouds('public', false), possibleClouds('gcc', true)])).toBe(false);
    expect(definitelyDiffer([possibleClouds('public', true), possibleClouds('gcc', true)])).toBe(true);
    expect(definitelyDiffer([possibleClouds('us-government', false), possibleClouds('dod', true)])).toBe(false);
    expect(definitelyDiffer([possibleClouds('us-government', false), possibleClouds('public', true)])).toBe(true);
  });
});
