"""What stands between the pages and the rest of the world."""

from __future__ import annotations

import pytest

from render import account_fixture as fixture
from variorum.web.guard import SEAT
from web.desks import BASE, PAGES, Fixed, client, token

KEY = "a key of some length"
ASK = {"verb": "note", "arg": ["c1", "looked at"]}


@pytest.fixture
def desk():
    """Return a desk whose account stays as it is."""
    return Fixed(fixture.account())


@pytest.mark.parametrize("path", [BASE, "/static/page.css", "/api/openapi.json", "/nothing", f"/api{BASE}"])
def test_every_answer_carries_the_policy(desk, path):
    """Each answer forbids every script, style and request but ours, and being framed."""
    headers = client(desk).get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost:8400:1", "[::1", "@127.0.0.1"]
)
def test_another_name_does_not_lead_here(desk, host):
    """A page whose own name is made to lead to this machine reads nothing (DNS rebinding)."""
    assert client(desk).get(BASE, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8400", "localhost", "[::1]:8400", "LOCALHOST:1"])
def test_the_machine_s_own_names_lead_here(desk, host):
    """This machine may be called by its own names, at any port."""
    assert client(desk).get(BASE, headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_writes_nothing(desk, headers):
    """A form of another site is refused, whatever it carries."""
    calling = client(desk)
    answer = calling.post(f"{BASE}/decisions", data=ASK | token(calling.get(BASE)), headers=headers)
    assert answer.status_code == 403
    assert desk.decided == []


@pytest.mark.parametrize("csrf", ["", "0" * 64, "é"])
def test_a_form_carries_a_token(desk, csrf):
    """A form without the token of its browser is refused."""
    calling = client(desk)
    answer = calling.post(f"{BASE}/decisions", data=ASK | token(calling.get(BASE)) | {"csrf": csrf})
    assert answer.status_code == 403
    assert desk.decided == []


def test_a_token_is_one_browser_s(desk):
    """The token that one browser was given is of no use to another."""
    calling = client(desk)
    stolen = token(calling.get(BASE))
    calling.cookies.clear()
    assert calling.post(f"{BASE}/decisions", data=ASK | stolen).status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_nothing_changes_by_looking(desk, page):
    """A GET decides nothing, and a decision cannot be made by one."""
    calling = client(desk)
    calling.get(BASE + page, params={"verb": "same", "arg": "c1"})
    assert calling.get(f"{BASE}/check").status_code == 405
    assert desk.decided == []


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_the_api_takes_json_alone(desk, kind):
    """What a form of another site could send without asking is refused by the API."""
    calling = client(desk)
    body = '{"verb": "note", "args": ["c1", "x"], "seen": "x"}'
    assert calling.post(f"/api{BASE}/decisions", content=body, headers={"content-type": kind}).status_code in {415, 422}
    assert calling.post(f"/api{BASE}/check", headers={"content-type": kind}).status_code in {415, 422}
    assert desk.decided == []


def test_too_much_is_refused(desk):
    """A body that is too large is refused, whether it says so or not."""
    calling = client(desk, most_bytes=1000)
    form = token(calling.get(BASE)) | ASK
    long = {**form, "arg": ["c1", "x" * 2000]}
    assert calling.post(f"{BASE}/decisions", data=long).status_code == 413
    kind = {"content-type": "application/x-www-form-urlencoded"}
    pieces = (b"csrf=x&" for _ in range(400))
    assert calling.post(f"{BASE}/decisions", content=pieces, headers=kind).status_code == 413
    assert calling.post(f"{BASE}/decisions", data=form).status_code == 303


def test_without_the_key_nothing_is_shown(desk):
    """Where a key is asked for, no page and no data is had without it; the form to give it is."""
    calling = client(desk, key=KEY, hosts=frozenset())
    for page in PAGES:
        answer = calling.get(BASE + page)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert calling.get(f"/api{BASE}").status_code == 401
    assert calling.post(f"/api{BASE}/check", json={}).status_code == 401
    assert calling.get("/login").status_code == 200


@pytest.mark.parametrize("wrong", ["", "a key", KEY + " ", KEY.upper(), "ключ"])
def test_a_wrong_key_opens_nothing(desk, wrong):
    """Only the key itself opens."""
    calling = client(desk, key=KEY)
    form = token(calling.get("/login")) | {"key": wrong}
    assert calling.post("/login", data=form).status_code == 401
    assert calling.get(f"/api{BASE}", headers={"authorization": "Bearer x"}).status_code == 401
    assert calling.get(BASE).status_code == 303


def test_the_key_opens(desk):
    """Whoever gives the key comes in; a program sends it along."""
    calling = client(desk, key=KEY)
    form = token(calling.get("/login")) | {"key": KEY}
    assert calling.post("/login", data=form).status_code == 303
    assert calling.get(BASE).status_code == 200
    fresh = client(desk, key=KEY)
    assert fresh.get(f"/api{BASE}", headers={"authorization": f"Bearer {KEY}"}).status_code == 200


def test_cookies_are_kept_from_scripts(desk):
    """What a browser keeps for us no script can read, and no other site's form sends."""
    cookie = client(desk).get(BASE).headers["set-cookie"]
    assert cookie.startswith(SEAT)
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
