"""Accounts are read with what they may do: as much as Django says, in one query."""

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission, User

from kzarchive.accounts import AccountBackend
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    user = make_user("editor")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["publish_article", "view_article"]))
    return user


def test_an_account_is_read_with_its_permissions_in_one_query(editor, django_assert_num_queries):
    with django_assert_num_queries(1):
        user = AccountBackend().get_user(editor.pk)
        held = user.get_all_permissions()

    assert user.__dict__.keys() - {"_perm_cache"} == User.objects.get(pk=editor.pk).__dict__.keys()
    assert [getattr(user, field.attname) for field in User._meta.concrete_fields] == [
        getattr(editor, field.attname) for field in User._meta.concrete_fields
    ]
    assert held == ModelBackend().get_all_permissions(User.objects.get(pk=editor.pk))
    assert "articles.publish_article" in held


def test_an_account_of_no_permissions_and_one_of_all():
    nobody, all_powerful = User.objects.create_user("nobody"), User.objects.create_superuser("root")
    backend = AccountBackend()

    assert backend.get_user(nobody.pk).get_all_permissions() == set()
    assert backend.get_user(all_powerful.pk).get_all_permissions() == ModelBackend().get_all_permissions(all_powerful)


def test_nobody_is_read_where_there_is_none_or_none_that_may_log_in(editor):
    User.objects.filter(pk=editor.pk).update(is_active=False)

    assert [AccountBackend().get_user(key) for key in (editor.pk, 0)] == [None, None]
