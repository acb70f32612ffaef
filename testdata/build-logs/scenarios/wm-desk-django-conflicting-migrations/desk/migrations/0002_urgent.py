from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial")]
    operations = [migrations.AddField("ticket", "urgent", models.BooleanField(default=False))]
