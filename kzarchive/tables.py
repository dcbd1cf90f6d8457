"""Many tables made in one step of a migration."""

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory


class CreateTables(Operation):
    """Create all of ``models`` at once.

    With each operation Django makes the classes anew of all models that hang together with the one that changed: in an app whose models
    all hang together that is nearly all of the time that an empty archive takes to be made. Here they are made once for all.
    """

    category = OperationCategory.ADDITION

    def __init__(self, models: list[CreateModel]):
        self.models = models

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # made anew when it is next asked for: by the first of the tables
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.models)} models"
