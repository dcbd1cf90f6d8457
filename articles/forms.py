"""What readers send: the query of a search and the page of its results."""

from django import forms

from articles.search import LONGEST_QUERY

LAST_PAGE = 500


class SearchForm(forms.Form):
    """A search as its address spells it. Too long a query is cut and still answered; ``is_cut`` says so."""

    q = forms.CharField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)

    is_cut = False

    def clean_q(self):
        words = self.cleaned_data["q"]
        self.is_cut = len(words) > LONGEST_QUERY
        return words[:LONGEST_QUERY]
