"""Addresses of the authority file."""

from django.urls import path

from . import finding, views

app_name = "entities"
urlpatterns = [
    path("entities/", views.entity_list, name="list"),
    path("entities/lookup.json", finding.entity_lookup, name="lookup"),
    path("entities/<str:slug>.jsonld", views.entity_as_data, name="data"),
    path("entities/<str:slug>/", views.entity_detail, name="detail"),
    path("entities/<str:slug>/with/<str:other>/", views.entities_side_by_side, name="pair"),
    path("entities/<str:slug>/card/", finding.entity_card, name="card"),
]
