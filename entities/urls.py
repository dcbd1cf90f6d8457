"""Addresses of the authority file."""

from django.urls import path

from . import finding, views

app_name = "entities"
urlpatterns = [
    path("entities/", views.entity_list, name="list"),
    path("entities/lookup.json", finding.entity_lookup, name="lookup"),
    path("entities/<str:slug>/", views.entity_detail, name="detail"),
    path("entities/<str:slug>/card/", finding.entity_card, name="card"),
]
