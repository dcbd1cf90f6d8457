"""Which addresses a reader could open, and which would lead into somebody's network or run a script."""

import pytest

from articles.outside import NotPublic, check_public

OPEN = [
    "https://adilet.zan.kz/eng/docs/U1400000741", "http://www.akorda.kz", "https://президент.рф/a?b=c#d", "https://8.8.8.8/x",
    "https://[2a00:1450:4001:82a::200e]/", "https://a-b.example.org:8443/", "https://xn--80ak6aa92e.com./",
]  # fmt: skip
CLOSED = [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org/", "mailto:a@b.kz", "//host.kz/",
    "host.kz", "", "https://", "https:///x", "http://localhost/", "http://LOCALHOST:8000/", "http://printer/", "http://db.internal/", "http://a.local./",
    "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://0/", "http://10.0.0.1/",
    "http://172.16.0.9/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://[::1]/", "http://[fe80::1]/",
    "http://[fc00::1]/", "http://[::ffff:127.0.0.1]/", "http://224.0.0.1/", "http://255.255.255.255/", "http://user:word@host.kz/",
    "http://akorda.kz@127.0.0.1/", "http://host.kz\\@127.0.0.1/", "https://host.kz/a b", "https://host.kz/\"><script>", "https://-host.kz/",
    "https://host..kz/", "https://host.kz:port/", "https://[nonsense]/",
]  # fmt: skip


@pytest.mark.parametrize("address", OPEN)
def test_a_reader_can_open(address):
    check_public(address)


@pytest.mark.parametrize("address", CLOSED)
def test_no_reader_can_open(address):
    with pytest.raises(NotPublic):
        check_public(address)
