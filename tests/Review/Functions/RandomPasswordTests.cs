using Infra.Review.Engine.Functions;
using Infra.Review.Model;

namespace Infra.Tests.Review.Functions;

public sealed class RandomPasswordTests
{
    private const string Password = "aws:secretsmanager/getRandomPassword:getRandomPassword";

    [Fact]
    public void A_password_is_as_long_as_asked_secret_and_said_to_be_made_up()
    {
        var calls = new Calls();
        var drawn = calls.Answer(Password, ("passwordLength", new PropertyValue.Number(40)));

        drawn["randomPassword"].ShouldBeOfType<PropertyValue.Secret>().Plain.ShouldBeOfType<PropertyValue.Text>().Value.Length.ShouldBe(40);
        calls.Said.ShouldHaveSingleItem().ShouldContain("made up");
    }

    [Fact]
    public void A_password_longer_than_Secrets_Manager_draws_is_refused() =>
        Should.Throw<FunctionException>(() => new Calls().TryAnswer(Password, ("passwordLength", new PropertyValue.Number(4097))))
            .Message.ShouldBe("passwordLength is 4097; allowed is 1 to 4096");
}
