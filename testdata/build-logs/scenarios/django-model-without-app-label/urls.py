from invoices.models import Invoice

urlpatterns = []
