import { describe, expect, it } from 'vitest';
import { bareCodesIn } from './entra-code.ts';
import { entraSentences } from './entra-sentence.ts';

const codes = (text: string) => bareCodesIn(text).flatMap((found) => found.codes);

describe('codes of sign-in errors without the letters AADSTS', () => {
  it.each([
    ['msal: invalid_client 700025', 700025],
    ['The login fails with 650057 in the sign-in log.', 650057],
    ['Sign-in error code: 50105', 50105],
    ['Sign in to Power BI fails with error 65002', 65002],
    ['next-auth callback: 9002327', 9002327],
    ['invalid_resource 500011.', 500011],
    ['invalid_request: Error(s): 50194 - Timestamp: 2026-02-01 10:00:00Z - Description: Not configured.', 50194],
  ])('%s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it.each([
    'Getting the token took 700016ms.',
    'The export wrote 700,016 rows after login.',
    'token 1b2c-700016-99',
    'Row 50126 of the client list is empty.',
    'The model has 700016 rows.',
    'AADSTS700016: Application not found. Token 700016 was asked for.',
  ])('takes no other number for one: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('sentences of sign-in errors without their code', () => {
  it.each([
    ["The resource principal named https://x was not found in the tenant named 'y'.", 500011],
    ['the resource principal named https://x was not\n│ found in the tenant named y', 500011],
    ["Application with identifier 'a' was not found in the directory 'b'", 700016],
    ["The request body must contain the following parameter: 'client_assertion' or 'client_secret'.", 7000218],
    ["The request body must contain the following parameter: 'grant_type'.", 900144],
    ['Der Zugriff wurde durch Richtlinien für bedingten Zugriff blockiert.', 53003],
    ['Das Benutzerkonto "a" ist im Mandanten "b" nicht vorhanden.', 50020],
    ['aufgrund eines ungültigen Benutzernamens oder\nKennworts', 50126],
    ["L'accès a été bloqué par des stratégies d’accès conditionnel.", 53003],
    ["L’utilisateur ou l’administrateur n’a pas consenti à utiliser l'application", 65001],
    ["Le compte d'utilisateur sélectionné n'existe pas dans le locataire 'b'", 50020],
    ['debido a un nombre de usuario o una contraseña no válidos', 50126],
    ['El usuario o el administrador no ha dado su consentimiento para usar la aplicación', 65001],
    ["O usuário ou administrador não consentiu em usar o aplicativo com a ID 'a'", 65001],
    ["L'utente o l'amministratore non ha acconsentito all'uso dell'applicazione", 65001],
  ])('%s', (text, code) => {
    expect(entraSentences(text).map((found) => found.code)).toEqual([code]);
  });

  it('leaves a sentence alone that only sounds alike', () => {
    expect(entraSentences('The resource was not found in the tenant. The application was not found.')).toEqual([]);
    expect(entraSentences('Der Mandant ist nicht vorhanden. Das Benutzerkonto ist im Mandanten.')).toEqual([]);
    expect(entraSentences('Le compte est désactivé dans le portail.')).toEqual([]);
  });
});
