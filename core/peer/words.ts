/** 256 short words that two people can read to each other over a telephone without mistaking one for another. */
const text = `
acid acorn alarm album amber anchor angel ankle apple apron arch arrow atlas attic autumn badge
bagel bamboo banana banjo barn basket beach beard beaver bench berry bird biscuit blanket blossom boat
bonfire bottle bracket branch bread brick bridge broom bubble bucket buffalo butter button cabin cactus camel
candle canoe canyon carpet carrot castle cedar ceiling cellar chalk cherry chess chimney cinema circle clock
cloud clover cobra coconut coffee comet compass copper coral cotton cowboy crab cradle crayon cricket crown
crystal cupboard curtain daisy dentist desert diamond dinner doctor dolphin donkey dragon drawer drum eagle easel
echo elbow elephant engine envelope evening fabric falcon farmer feather fiddle finger flag flamingo flute forest
fossil fountain fox frog galaxy garden garlic ghost giraffe glacier glove goblin guitar hammer harbour hazel
helmet hockey honey hotel hunter igloo insect island ivory jacket jaguar jelly jungle kangaroo kettle kingdom
kitchen koala ladder lantern lemon leopard library lion lizard lobster magnet mango maple marble market meadow
medal melon mirror monkey morning mosaic mountain muffin mushroom napkin needle nickel oasis ocean octopus olive
onion orange orchid ostrich otter oven oyster paddle palace panda paper parrot pepper piano pickle pigeon
pillow pirate planet plum pocket polar pony potato prism puddle pumpkin puzzle pyramid rabbit raccoon radar
rainbow ribbon river robot rocket saddle salmon sandal scarf shadow shark shovel silver spider spoon squirrel
statue sugar sunset swan tailor teapot temple thunder tiger toast tomato tractor trumpet tulip tunnel turtle
umbrella unicorn valley velvet violin volcano waffle walnut walrus whistle window winter wizard yogurt zebra zipper`

/** Exactly 256, one for each value of a byte. */
export const words: readonly string[] = text.trim().split(/\s+/)
