/** Words by which a sentence shows that it is in one of the four languages; none of them is an English word. */
const FOREIGN =
  /(?<![\p{L}])(?:der|die|das|sind|dem|den|ich|ist|bin|im|mit|nicht|kein\w{0,2}|wir|wird|geht|mein\w{0,2}|la|le|les|du|des|je|est|n'est|dans|mon|suis|soy|el|los|las|del|es|en|una|está|funciona|puedo|não|é|eu|sou|meu|minha|uma|consigo|adicionei)(?![\p{L}])|[jlnd]'(?=[aeiouéèàh])/u;
const PORTUGUESE = /(?<![\p{L}])(?:não|é|eu|sou|meu|minha|uma|consigo|adicionei|com|mas|dá|funciona)(?![\p{L}])/u;

const word = (words: string, flags = 'gu'): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, flags);

/** What German, French, Spanish and Portuguese have for the words that tell of rights; longer phrases go first. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [word("(?:[ld]')?espaces de travail|[áa]reas de traba[jl]h?o|arbeitsbereichen?"), 'workspaces'],
  [word("arbeitsbereich(?:e?s)?|(?:[ld]')?espace de travail|[áa]rea de traba[jl]h?o"), 'workspace'],
  [
    word('dienstprinzipal|principal (?:de|du) servic(?:e|io)|entidad de servicio|entidade de serviço'),
    'service principal',
  ],
  [
    word('verwaltete identität|identité (?:managée|gérée)|identidad administrada|identidade gerenciada'),
    'managed identity',
  ],
  [word('mandanteneinstellung(?:en)?|paramètres? d[eu] (?:locataire|client)'), 'tenant setting'],
  [word('configurac?i[óo]n(?:es)? del? inquilino|configuraç(?:ão|ões) d[eo] locatário'), 'tenant setting'],
  [word('sicherheitsgruppe|groupe de sécurité|grupo de segurança|grupo de seguridad'), 'security group'],
  [word('api-berechtigung(?:en)?|permisos? d[ea] api|permissões d[ea] api|autorisations? d.api'), 'api permissions'],
  [word('anwendung|aplicación|aplicação|aplicativo'), 'app'],
  [word('mitglied|membre|miembro|membro'), 'member'],
  [word('mitwirkende[rn]?|contribut(?:eur|rice)|colaborador|colaboradora|contribuidora?'), 'contributor'],
  [word('betrachter|visionneu(?:r|se)|lecteur|visor|espectadora?|visualizadora?|leitora?'), 'viewer'],
  [word('administrat(?:eur|rice)|administradora?|administratorin'), 'admin'],
  [word('(?:die )?liste der|(?:la )?liste des|(?:la |a )?lista d(?:e las|e los|as|os|e)'), 'the list of'],
  [word('auflisten|aufzulisten|auflistung|lister|listar|listagem'), 'list'],
  [word('lesen|lire|leer|ler'), 'read'],
  [word('öffnen|ouvrir|abrir'), 'open'],
  [word('sehe|vois|veo|vejo'), 'see'],
  [word('bekomme|erhalte|obtiens|obtengo|recebo|obtenho'), 'get'],
  [word('kann|peux|puedo|posso|consigo'), 'can'],
  [word('ich|je|yo|eu'), 'i'],
  [/(?<![\p{L}])j'/gu, 'i '],
  [
    word(
      'mein(?:e|er|em|en)?|mon|ma|mi(?= (?:app|usuario|cuenta|service|aplicación))|meu|minha|nuestra|notre|unser(?:e|em|en)?',
    ),
    'my',
  ],
  [word('bin|suis|soy|sou|estoy|estou'), 'am'],
  [word("ist|est|es|está|é|wurde|c'est"), 'is'],
  [word("n'est"), 'is not'],
  [word('sind|sont|son|são|están|estão'), 'are'],
  [word('hat|tiene|tem|habe|tengo|tenho|ai'), 'has'],
  [word('rolle|rôle|rol|papel'), 'role'],
  [word('zugriff|zugang|accès|acceso|acesso'), 'access'],
  [
    word('hinzugefügt|aufgenommen|ajoutée?s?|agregu[ée]|agregad[oa]|añad[ií](?:d[oa])?|adicionei|adicionad[oa]'),
    'added',
  ],
  [
    word('gegeben|vergeben|erteilt|zugewiesen|donnée?s?|accordée?s?|asignad[oa]|otorgad[oa]|concedid[oa]|atribuíd[oa]'),
    'granted',
  ],
  [word('aktiviert|eingeschaltet|activée?s?|habilitad[oa]s?|activad[oa]s?|ativad[oa]s?'), 'enabled'],
  [word('deaktiviert|ausgeschaltet|désactivée?s?|deshabilitad[oa]s?|desactivad[oa]s?|desativad[oa]s?'), 'disabled'],
  [word('funktioniert|klappt|geht|fonctionne|marche|funciona|funcionam|funcionan'), 'works'],
  [word('muss|soll(?:te)?|faut-il|dois-je|doit|debe|debo|precisa|preciso|deve|devo'), 'must'],
  [word('wenn|falls|quand|cuando|quando'), 'when'],
  [word('möchte|will|quiero|quero|veux|voudrais'), 'want'],
  [word('nicht|kein\\w{0,2}|pas|não'), 'not'],
  [word('als|como'), 'as'],
  [word('portail|navigateur|navegador'), 'portal'],
  [word('im|in dem|in der|dans|en'), 'in'],
  [word('dem (?=workspace)|à|au|al|ao|aos'), 'to the '],
];
/** `no` is `in the` there, where it stands before a place. */
const IN_PORTUGUESE = /(?<![\p{L}])n[oa]s?(?= (?:portal|navegador|workspaces?|browser|service))/gu;
const ARTICLES = /(?<![\p{L}])(?:l'|le |la |el |das |den |der |die |dem )(?=workspace|portal|service|app|list)/gu;

/**
 * A sentence with the words of German, French, Spanish and Portuguese for rights, roles and what works as English ones,
 * word by word: enough to look for the same statements in all of them. An English sentence stays as it is.
 */
export const inEnglish = (sentence: string): string => {
  if (!FOREIGN.test(sentence)) return sentence;
  const inPlaces = PORTUGUESE.test(sentence) ? sentence : undefined;
  const translated = WORDS.reduce((text, [from, to]) => text.replace(from, to), sentence);
  const placed = inPlaces === undefined ? translated : translated.replace(IN_PORTUGUESE, 'in');
  return placed.replace(ARTICLES, 'the ').replace(/ {2,}/g, ' ');
};
