from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clients", "0002_import")]
    operations = [migrations.AlterField("Client", "code", models.CharField(max_length=8, unique=True))]
