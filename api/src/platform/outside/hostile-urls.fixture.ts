/** Ways to our own network, PORT standing for where a listener waits. Names end in a word that the fixture's name server knows. */
const hosts = [
  // This machine, in every spelling.
  '127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '127.255.255.254', '127.0.0.2', '2130706433', '017700000001', '0x7f000001', '0x7f.1', '0x7f.0.0.1',
  '0177.0.0.1', '0177.0.0.01', '0x7F.0x0.0x0.0x1', '00000177.1', '127.0x1', '127.0.0.0x1', '１２７.０.０.１', '①②⑦.⓪.⓪.①', '127。0。0。1', '%31%32%37.0.0.1',
  '127.000.000.001', '0x7f.0.1', '127.0.256', '2130706434', '0x7fffffff', '%30x7f.1',
  '0', '0.0.0.0', '0.0.0.0.', '0x0', '00', '0.1.2.3', '0.255.255.255',
  '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '[::0001]', '[::127.0.0.1]', '[::7f00:1]',
  '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '[::ffff:0:127.0.0.1]', '[::FFFF:0.0.0.0]', '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]', '[::ffff:169.254.169.254]',
  // Private, shared and local networks.
  '10.0.0.1', '10.255.255.255', '012.0.0.1', '167772161', '0xa.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.0.1', '192.168.255.255', '3232235777', '0xc0a80101', '0300.0250.1.1',
  '100.64.0.1', '100.127.255.254', '100.100.100.200', '169.254.0.1', '169.254.169.254', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '169.254.43518', '169.254.170.2', '0251.254.169.254',
  '192.0.0.1', '192.0.0.192', '192.0.2.1', '198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.9', '192.88.99.1', '168.63.129.16', '0xa83f8110',
  '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', '4294967295', '0xffffffff',
  // The same in IPv6, and what carries IPv4 inside.
  '[fe80::1]', '[febf::1]', '[fec0::1]', '[fc00::1]', '[fd00::1]', '[fd00:ec2::254]', '[fd12:3456:789a::1]', '[ff02::1]', '[ff0e::1]', '[100::1]',
  '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2002:7f00:0001::1]', '[2002:a9fe:a9fe::]', '[2002:0a00:0001::]',
  '[2001::1]', '[2001:0:7f00:1::]', '[2001:db8::1]', '[2001:10::1]', '[2001:2::1]', '[3fff::1]', '[4000::1]', '[5f00::1]', '[e000::1]', '[::2]', '[::ffff:0:0]',
  // Names that lead there.
  'localhost', 'LOCALHOST', 'localhost.', 'local.resolves', 'six.resolves', 'private.resolves', 'metadata.resolves', 'mapped.resolves', 'mixed.resolves', 'mixed-six.resolves', 'shared.resolves',
  'nat64.resolves', 'six-to-four.resolves', 'group.resolves', 'zero.resolves', 'nonsense.resolves', 'LOCAL.resolves', 'local.resolves.', 'ｌｏｃａｌ.resolves',
]

export const hostileUrls = [
  ...hosts.map(host => `http://${host}:PORT/`),
  'https://127.0.0.1:PORT/', 'https://local.resolves:PORT/', 'https://[::1]:PORT/', 'HTTP://127.0.0.1:PORT', 'http:127.0.0.1:PORT', 'http:/127.0.0.1:PORT', 'http:\\\\127.0.0.1:PORT', ' http://127.0.0.1:PORT ',
  'http://127.0.0.1:PORT#@example.com/', 'http://127.0.0.1:PORT?@example.com/', 'http://127.0.0.1:PORT\\@example.com/', 'http://127.0.0.1:PORT/\\example.com', 'h\nttp://127.0.0.1:PORT/', 'http://127.0.\t0.1:PORT/',
  'http://127.0.0.1:PORT/%0d%0aHost:%20example.com', 'http://127.0.0.1:PORT/\r\nX-Injected: 1', 'http://127.0.0.1%00.example.com:PORT/', 'http://127.0.0.1 .example.com:PORT/', 'http://[::1%25lo]:PORT/', 'http://[fe80::1%eth0]:PORT/',
  // A user and a password before the host.
  'http://example.com@127.0.0.1:PORT/', 'http://example.com:80@127.0.0.1:PORT/', 'http://user:secret@local.resolves:PORT/', 'http://user@127.0.0.1:PORT/', 'http://:secret@127.0.0.1:PORT/', 'http://example.com%2f@127.0.0.1:PORT/',
  // Other ways than the web's.
  'file:///etc/passwd', 'file://127.0.0.1:PORT/etc/passwd', 'ftp://127.0.0.1:PORT/', 'gopher://127.0.0.1:PORT/_GET', 'dict://127.0.0.1:PORT/', 'ldap://127.0.0.1:PORT/', 'ws://127.0.0.1:PORT/', 'wss://127.0.0.1:PORT/',
  'data:text/html,hello', 'javascript:alert(1)', 'blob:http://127.0.0.1:PORT/1', 'jar:http://127.0.0.1:PORT!/', 'unix:/var/run/docker.sock', 'http+unix://%2Fvar%2Frun%2Fdocker.sock/', 'about:blank',
  '//127.0.0.1:PORT/', '127.0.0.1:PORT', 'localhost:PORT', '/', '', ' ', 'http://', 'http:///', 'http://:PORT/', 'http://127.0.0.1:99999/', 'http://256.256.256.256:PORT/', 'http://[::1:PORT/', 'http://1.2.3.4.5:PORT/',
]

/** What the fixture's name server says. */
export const hostileNames: Record<string, string[]> = {
  localhost: ['127.0.0.1', '::1'], 'localhost.': ['127.0.0.1'],
  'local.resolves': ['127.0.0.1'], 'local.resolves.': ['127.0.0.1'], 'six.resolves': ['::1'], 'private.resolves': ['192.168.1.1'], 'metadata.resolves': ['169.254.169.254'],
  'mapped.resolves': ['::ffff:127.0.0.1'], 'mixed.resolves': ['93.184.216.34', '127.0.0.1'], 'mixed-six.resolves': ['93.184.216.34', 'fd00::1'], 'shared.resolves': ['100.64.1.1'],
  'nat64.resolves': ['64:ff9b::7f00:1'], 'six-to-four.resolves': ['2002:7f00:1::1'], 'group.resolves': ['224.0.0.1'], 'zero.resolves': ['0.0.0.0'], 'nonsense.resolves': ['not an address'],
}
