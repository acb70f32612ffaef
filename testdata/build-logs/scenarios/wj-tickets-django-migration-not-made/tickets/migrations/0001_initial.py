from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel("Ticket", [("id", models.AutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")), ("seat", models.CharField(max_length=8))]),
    ]
