def test_service_has_database(service):
    assert service["database"].exists()
