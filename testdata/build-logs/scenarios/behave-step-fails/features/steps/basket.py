from behave import given, then, when


@given("an empty basket")
def empty(context):
    context.sum = 0


@when("I add {count:d} books at {price:f}")
def add(context, count, price):
    context.sum += count * price


@when('I ask for page "{page}"')
def ask(context, page):
    context.said = f"sorry, {page}"


@then("it costs {price:f}")
def costs(context, price):
    assert context.sum == price, f"it costs {context.sum:.2f}"


@then('it says "{word}"')
def says(context, word):
    assert word in context.said
