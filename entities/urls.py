"""Addresses of the authority file."""

from django.urls import path

from . import views

app_name = "entities"
urlpatterns = [
    path("entities/", views.entity_list, name="list"),
    path("entities/<str:slug>/", views.entity_detail, name="detail"),
]
