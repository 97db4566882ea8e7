import type { ValueOf } from '../../facts/catalog.ts';

type Outcome = Exclude<ValueOf<'reach.outcome'>, 'answered'>;

/**
 * What Go, Rust, Python, Java, PHP and .NET print when a call ends before any answer, .NET in the language of the
 * machine too. Numbers are those of the sockets of Linux, macOS and Windows.
 */
export const OF_LIBRARIES: Readonly<Record<Outcome, RegExp>> = {
  dns: /\bNameResolutionError\b|\bunable to resolve host address\b|\bnodename nor servname provided\b|\btemporary failure in name resolution\b|\bdial tcp: lookup [^\s:]{3,100}[^\n:]{0,60}(?::\d+)?(?:->[^\s]{3,60})?: (?:no such host|server misbehaving|(?:read udp )?[^\n]{0,60}i\/o timeout)|\bfailed to lookup address information\b|\bcURL error 6\b|\bSocketException \(11001\)|\bResource temporarily unavailable \([\w.-]{4,100}:\d{2,5}\)|Remotename konnte nicht aufgel(?:ö|oe)st werden|nom distant n'a pas pu être résolu|no se (?:puede|pudo) resolver el nombre remoto|nome remoto não pôde ser resolvido|impossibile risolvere il nome remoto/gi,
  tls: /\bSSLCertVerificationError\b|\bSSLHandshakeException\b|\bx509: certificate\b|\binvalid peer certificate\b|\bunable to get local issuer certificate\b|\bcould not establish trust relationship\b|\bRemoteCertificate(?:NameMismatch|ChainErrors)\b|\bcURL error (?:35|60)\b|Vertrauensstellung für den (?:sicheren )?SSL\/TLS|relation de confiance pour le canal sécurisé|relación de confianza para el canal seguro|relação de confiança para o canal seguro/gi,
  timeout:
    /\b(?:httpx|httpcore|exceptions)\.ConnectTimeout\b|\bconnect timed out\b|\bdial tcp [^\s]{3,60}: (?:i\/o timeout|connect: (?:connection|operation) timed out|connectex: A connection attempt failed)|\[(?:Errno|WinError) (?:110|60|10060)\]|\(os error (?:110|60|10060)\)|\bSocketException \((?:110|60|10060)\)|\bcURL error 28\b/gi,
  refused:
    /\bdial tcp [^\s]{3,60}: connect(?:ex)?: (?:connection refused|no connection could be made)|\[(?:Errno|WinError) (?:111|61|10061|104|54|10054)\]|\(os error (?:111|61|10061|104|54|10054)\)|\bSocketException \((?:111|61|10061|104|54|10054)\)|\bcURL error 7\b|\bConnectException: Connection refused\b|\bread: connection reset by peer\b|Zielcomputer die Verbindung verweigerte|l'ordinateur cible l'a expressément refusée|equipo de destino denegó expresamente|máquina de destino (?:as )?recusou/gi,
  proxy: /\bTunnel connection failed: 40[37]\b|\bproxyconnect tcp\b|\bProxyError\(/gi,
  'no-answer':
    /\bunable to connect to the remote server\b|\bthe underlying connection was closed\b|Verbindung mit dem Remoteserver kann nicht hergestellt werden|Die zugrunde ?liegende Verbindung wurde geschlossen|impossible de se connecter au serveur distant|la connexion sous-jacente a été fermée|no es posible conectar con el servidor remoto|se ha terminado la conexión|não foi possível (?:estabelecer (?:uma )?conexão|se conectar|conectar-se) (?:com|ao) (?:o )?servidor remoto|a conexão subjacente estava fechada|impossibile connettersi al server remoto|リモート サーバーに接続できません|无法连接到远程服务器/gi,
};
