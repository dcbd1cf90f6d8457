"""People at the desk, one of each role."""

import pytest
from django.test import Client

from tests.factories import make_user


def at_the_desk(user) -> Client:
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def contributor(db):
    return at_the_desk(make_user("contributor", username="contributor"))


@pytest.fixture
def editor(db):
    return at_the_desk(make_user("editor", username="editor"))


@pytest.fixture
def publisher(db):
    return at_the_desk(make_user("publisher", username="publisher"))


@pytest.fixture
def superuser(db):
    return at_the_desk(make_user(None, username="root", is_superuser=True))


@pytest.fixture
def anonymous(db):
    return Client()
