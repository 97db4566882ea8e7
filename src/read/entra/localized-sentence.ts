/** What stands in the place of a name, in whatever quotes the language has. */
const NAME = '.{1,200}?';
/** A name that some sentences have and some leave out. */
const ANY = '.{0,160}?';

/**
 * The sentences of Entra that say one code only, as the sign-in page and libraries show them in other languages, without
 * the number. The wording of the middle changes; what is asked for here is what a sentence starts and ends with.
 */
export const LOCALIZED_SENTENCES: readonly (readonly [number, string])[] = [
  // German
  [50011, `(?:umleitungs-uri|antwort-url)\\b${ANY} stimmt nicht mit den`],
  [50020, `benutzerkonto\\b${ANY} ist im mandanten ${NAME} nicht vorhanden`],
  [50034, `benutzerkonto\\b${ANY} ist im verzeichnis\\b${ANY} nicht vorhanden`],
  [50057, 'das benutzerkonto ist deaktiviert'],
  [50076, 'müssen sie die (?:mehrstufige authentifizierung|multi-faktor-authentifizierung) verwenden'],
  [50079, 'müssen sie sich (?:bei der|für die) (?:mehrstufigen?|multi-faktor-) ?authentifizierung registrieren'],
  [50105, `der angemeldete benutzer\\b${ANY} ist keiner rolle für die anwendung`],
  [50126, '(?:aufgrund|wegen) eines ungültigen benutzernamens oder kennworts'],
  [50194, `anwendung\\b${ANY} ist nicht als mehrinstanzenfähige anwendung konfiguriert`],
  [65001, `benutzer oder (?:der )?administrator hat der verwendung der anwendung\\b${ANY} nicht zugestimmt`],
  [700016, `anwendung mit (?:dem bezeichner|der id)\\b${ANY} wurde im verzeichnis\\b${ANY} nicht gefunden`],
  [53003, 'zugriff wurde durch richtlinien (?:für|des) bedingten zugriffs? blockiert'],
  // French
  [50011, `(?:uri de redirection|url de réponse)\\b${ANY} ne correspond pas aux`],
  [50020, `compte d['’]utilisateur\\b${ANY} n['’]existe pas dans le (?:locataire|client)`],
  [50057, "le compte d['’]utilisateur est désactivé"],
  [50076, "vous devez utiliser l['’]authentification multifacteur pour accéder"],
  [50126, "en raison d['’]un nom d['’]utilisateur ou d['’]un mot de passe (?:non valide|incorrect)"],
  [50194, `n['’]est pas configurée en tant qu['’]application (?:mutualisée|multilocataire)`],
  [65001, "l['’]utilisateur ou l['’]administrateur n['’]a pas (?:consenti|accepté)"],
  [700016, `application avec l['’]identificateur\\b${ANY} n['’]a pas été trouvée dans l['’]annuaire`],
  [53003, "accès a été bloqué par (?:des|les) stratégies d['’]accès conditionnel"],
  // Spanish
  [50011, `(?:uri de redirección|dirección url de respuesta|url de respuesta)\\b${ANY} no coincide con`],
  [50020, `(?:cuenta de usuario|usuario seleccionado)\\b${ANY} no existe en el inquilino`],
  [50057, 'la cuenta de usuario está deshabilitada'],
  [50076, 'debe usar la autenticación multifactor para (?:tener acceso|acceder)'],
  [50126, 'nombre de usuario o (?:una |la )?contraseña no (?:es |son )?válid[ao]s?'],
  [50194, 'no está configurada como (?:una )?aplicación multiinquilino'],
  [65001, 'el usuario o (?:el )?administrador no ha (?:dado su consentimiento|consentido|aceptado)'],
  [700016, `aplicación con (?:el )?identificador\\b${ANY} no se encontró en el directorio`],
  [53003, 'bloqueado por (?:las )?directivas de acceso condicional'],
  // Portuguese
  [50011, `(?:uri de redirecionamento|url de resposta)\\b${ANY} não corresponde`],
  [50020, `conta de (?:usuário|utilizador)\\b${ANY} não existe no (?:locatário|inquilino)`],
  [50076, 'você deve usar a autenticação multifator para acessar'],
  [50126, 'nome de (?:usuário|utilizador) ou (?:a )?(?:senha|palavra-passe) inválid[ao]s?'],
  [65001, 'o (?:usuário|utilizador) ou (?:o )?administrador não (?:consentiu|deu consentimento)'],
  [53003, 'bloqueado por políticas de acesso condicional'],
  // Italian
  [50011, `(?:uri di reindirizzamento|url di risposta)\\b${ANY} non corrisponde`],
  [50076, "è necessario usare l['’]autenticazione a più fattori per accedere"],
  [50126, 'nome utente o (?:della |la )?password non valid[aio]'],
  [65001, "l['’]utente o l['’]amministratore non ha (?:acconsentito|fornito il consenso)"],
];
