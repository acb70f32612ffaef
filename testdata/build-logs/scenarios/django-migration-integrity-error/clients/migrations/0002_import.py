from django.db import migrations


def add(apps, editor):
    for code in ["A1", "B2", "A1"]:
        apps.get_model("clients", "Client").objects.create(code=code)


class Migration(migrations.Migration):
    dependencies = [("clients", "0001_initial")]
    operations = [migrations.RunPython(add)]
