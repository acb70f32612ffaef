from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    operations = [migrations.CreateModel("Member", [("id", models.AutoField(primary_key=True)), ("email", models.EmailField(max_length=254))])]
