from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    operations = [migrations.CreateModel("Client", [("id", models.BigAutoField(primary_key=True)), ("code", models.CharField(max_length=8))])]
