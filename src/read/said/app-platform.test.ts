import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const platform = (text: string) => factsOf(text)('app.platform');

describe('the platform of a redirect URI', () => {
  it.each([
    ['The redirect uri is registered under Web platform.', 'web'],
    ['In the portal it was added as type Web, and the page runs in the browser.', 'web'],
    ['My redirect URI http://localhost:3000 is registered as "Single-page application".', 'spa'],
    ['The redirect URI is registered as SPA', 'spa'],
    ['The app is registered as SPA and the server redeems the code.', 'spa'],
    ['Redirect URI is configured under the Mobile and desktop applications platform', 'mobile-desktop'],
    ['The redirect URI https://localhost:5001/cb was added under platform Web and not under SPA.', 'web'],
    ['The redirect URI is now registered as a SPA, no longer under Web.', 'spa'],
    ['"replyUrlsWithType": [ { "url": "https://a.example/cb", "type": "Web" } ]', 'web'],
    ['"replyUrlsWithType": [\n  {\n    "url": "https://a.example/cb",\n    "type": "Spa"\n  }\n]', 'spa'],
    ['"replyUrlsWithType": [{ "url": "http://localhost", "type": "InstalledClient" }]', 'mobile-desktop'],
    ['"spa": { "redirectUris": ["https://a.example"] }, "web": { "redirectUris": [] }', 'spa'],
    ['The redirect URI sits under Platform "Web" of the registration.', 'web'],
    ['https://localhost/cb lives under the SPA platform', 'spa'],
    ['The app is registered as platform type SPA.', 'spa'],
    ['App registration "reports"\nPlatform: Web\nRedirect URI: https://a.example/cb', 'web'],
    ['App registration (Platform: Single-page application, redirect URI https://a.example)', 'spa'],
    ['| Redirect URI | https://a.example |\n| Platform | Web |', 'web'],
    ['Entra:\n- **Platform type:** Mobile and desktop applications\n- redirect URI http://localhost', 'mobile-desktop'],
  ])('is read from %s', (text, expected) => {
    expect(platform(text)).toBe(expected);
  });

  it.each([
    'The redirect URI is not registered under Web platform.',
    'Should the redirect URI be registered as SPA?',
    'Is the redirect URI registered under the Web platform?',
    'Make sure the redirect URI is registered as SPA.',
    'The redirect URI was registered as Web before I moved it.',
    'We registered a web app in Entra and set the redirect URI.',
    'One redirect URI is registered under Web platform. The other one is registered as SPA.',
    '"replyUrlsWithType": [{ "url": "https://a", "type": "Web" }, { "url": "https://b", "type": "Spa" }]',
    '"web": { "redirectUris": [] }',
    'Redirect URI https://a.example\nPlatform: Web Browser (Chrome)',
    'Redirect URI https://a.example\nPlatform: Web, Android',
    'Redirect URI https://a.example\nExpected platform: SPA',
    'The redirect URI fails.\nFix:\n- Platform: SPA',
    'Flutter 3.2\nPlatform: Web\nThe call to Power BI gives 403',
    'It does not sit under Platform "Web".',
    'Should it sit under the SPA platform?',
    "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  ])('is not told by %s', (text) => {
    expect(platform(text)).toBeUndefined();
  });
});
