from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]
    operations = [migrations.AddField("Member", "city", models.CharField(max_length=30, blank=True))]
