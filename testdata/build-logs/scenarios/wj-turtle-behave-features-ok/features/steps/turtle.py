from behave import given, then, when


@given("a turtle at {place:d}")
def at(context, place):
    context.place, context.error = place, None


@when("it walks {steps:d}")
def walks(context, steps):
    if steps < 0:
        context.error = "no way back"
    else:
        context.place += steps


@then("it is at {place:d}")
def is_at(context, place):
    assert context.place == place


@then('there is an error "{text}"')
def error(context, text):
    assert context.error == text
